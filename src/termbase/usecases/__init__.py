"""One module per thing that a user asks for. Each takes ports and values, and prints nothing."""
