import { nanoid } from 'nanoid'
import type { NewId } from '#core/article/factories.ts'

/** Makes ids for blocks that are created in this window. */
export const newBlockId: NewId = () => nanoid()
