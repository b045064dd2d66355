import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('build/start/start.ts', process.argv.slice(2))
