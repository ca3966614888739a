"""Tables, engines, the unit of work, and the queries, one module per noun. Nobody else knows SQLAlchemy."""
