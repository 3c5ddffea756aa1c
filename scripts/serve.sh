#!/usr/bin/env bash
# Serves dist/ on this machine only, until Ctrl-C: serve.sh PORT
source "$(dirname "$0")/env.sh"
need node "Node.js 20 or newer (Debian: \`nodejs\`)"
exec node scripts/serve.mjs dist "${1:-8080}"
