"""Settings and plans: the only reader of the environment and of ``termbase.toml``."""
