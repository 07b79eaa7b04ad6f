"""Presslint for editors: a language server, over standard input and output.

Nothing here prints or reads the environment: what is said goes through the protocol. The command line starts them.
"""
