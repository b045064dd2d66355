import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('tests/roles/write.ts', process.argv.slice(2))
