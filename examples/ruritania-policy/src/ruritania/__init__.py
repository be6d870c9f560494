"""Policies of Ruritania, which does not exist: a package to copy."""
