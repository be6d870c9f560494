"""Albuquerque, New Mexico."""
