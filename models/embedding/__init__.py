"""The vehicle embedding: its crops, its network, its loss, how it is scored and exported."""
