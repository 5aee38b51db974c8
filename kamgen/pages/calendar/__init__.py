"""Who does what for which account, week by week and month by month."""
