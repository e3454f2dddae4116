"""Pure rules: what a workflow is, whether it is sound, how it runs and is drawn."""
