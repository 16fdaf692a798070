claude mcp add --transport http --scope user --client-id {{clientId}} --client-secret --callback-port 8080 {{serverName}} {{mcpUrl}}
