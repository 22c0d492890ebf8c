"""Pages of trajectories, gatherings and signals."""
