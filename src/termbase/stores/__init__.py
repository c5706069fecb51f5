"""Bases: where concepts and units live. Every store keeps the same records and answers alike."""
