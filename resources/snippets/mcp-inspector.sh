npx -y @modelcontextprotocol/inspector --web --config mail-mcp-inspector.json --server {{serverName}}
