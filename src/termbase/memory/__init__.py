"""Memories: the one score, what is taken off it, and phrases shown in their contexts."""
