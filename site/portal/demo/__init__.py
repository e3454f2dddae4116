"""The demo city: reads fixtures/ and loads it through the services that everybody uses."""
