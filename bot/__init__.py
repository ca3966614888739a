"""chadiao: access requests, approvals and reminders for the labour-insurance query system, in chat."""
