"""What the desk knows before it reads: data files and their loaders."""
