import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('build/start/dev.ts', process.argv.slice(2))
