import { describe, expect, it } from 'vitest'
import { guardClosing } from './closing.ts'

/** A window whose page prevents the close while it has unsaved text. */
function setUp(answer: boolean) {
  const did: string[] = []
  let isUnsaved = true
  let onPrevented = (): void => {}
  let later = (): void => {}
  const close = (): void => {
    if (isUnsaved) onPrevented()
    else did.push('closed')
  }
  const window = {
    close,
    destroy: () => void did.push('destroyed'),
    on: () => window,
    webContents: {
      on: (_event: string, listener: () => void) => {
        onPrevented = listener
      },
    },
  }
  guardClosing(window as never, {
    ask: async () => {
      did.push('asked')
      return answer
    },
    onStay: () => void did.push('stayed'),
    after: (_ms, run) => {
      later = run
    },
  })
  return {
    did,
    close,
    saved: () => {
      isUnsaved = false
    },
    wait: async () => {
      later()
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

describe('guardClosing', () => {
  it('closes without a question once the page has saved', async () => {
    const { did, close, saved, wait } = setUp(false)
    close()
    saved()
    await wait()
    expect(did).toEqual(['closed'])
  })
  it('asks when the page cannot save, and stays', async () => {
    const { did, close, wait } = setUp(false)
    close()
    await wait()
    expect(did).toEqual(['asked', 'stayed'])
    close()
    await wait()
    expect(did).toEqual(['asked', 'stayed', 'asked', 'stayed'])
  })
  it('loses the text only when the person says so', async () => {
    const { did, close, wait } = setUp(true)
    close()
    await wait()
    expect(did).toEqual(['asked', 'destroyed'])
  })
})
