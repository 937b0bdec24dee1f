"""The speech recogniser: its data, its network, how it is decoded, scored and exported."""
