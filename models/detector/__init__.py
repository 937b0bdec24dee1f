"""The vehicle detector: its data, its network, its loss, how it is scored and exported."""
