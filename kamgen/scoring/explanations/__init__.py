"""One explanation per score: the tree behind it, made when somebody asks."""
