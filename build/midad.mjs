import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('electron/cli/main.ts', process.argv.slice(2))
