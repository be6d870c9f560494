"""aigovkit"""
