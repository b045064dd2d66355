import { describe, expect, it } from 'vitest'
import { checkAuditOf } from '#db/audit/check-audit-of.ts'
import { verify } from '#electron/files/keys.ts'
import { auditedStore } from '#tests/support/forging/audited-store.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

describe('the check of an honest audit', () => {
  it('finds nothing, and counts what is proven', async () => {
    const { path, older, head, olderHead } = await auditedStore(tempFolder())
    expect(checkAuditOf(path, verify, [head, olderHead])).toEqual({
      ...{ entries: 18, events: 6, proven: 6, before: 0, findings: [], found: 0, head },
    })
    expect(checkAuditOf(older, verify, [olderHead])).toMatchObject({ events: 4, proven: 4, found: 0 })
  })
})
