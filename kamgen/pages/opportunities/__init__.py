"""All opportunities: funnel, forecast, one by one."""
