"""An account: what needs me, where we stand, why, and the details, one module for each part."""
