import { onPinnedNode } from './pinned-node.mjs'

process.exitCode = await onPinnedNode('build/test/test.ts', process.argv.slice(2))
