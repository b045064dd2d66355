import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('build/test/check.ts', process.argv.slice(2))
