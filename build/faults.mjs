import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('tests/faults/faults.ts', process.argv.slice(2))
