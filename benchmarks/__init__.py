"""Speed and memory of kamgen: made-up plans, whole processes, peers in the same run; never a timed test."""
