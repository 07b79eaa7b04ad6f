"""Presslint for editors and agents: a language server and a server of tools, both over standard input and output.

Nothing here prints or reads the environment: what is said goes through the protocol. The command line starts them.
"""
