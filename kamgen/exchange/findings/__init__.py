"""The formats that findings are written in: each module has one, as its ``FORMAT``, and is all there is to it."""
