import type { Subject } from './subjects.ts'

/** Ten keys: the main thread's processor time for each, and the time from each to the next paint, in milliseconds. */
export type Burst = { taskMs: number; paintMs: number[] }

const LETTERS = 'بتثجحخدذرز'

/** Puts the caret at the end of the paragraph in the middle of the text, as a click does. */
export async function caretToMiddle({ page }: Subject): Promise<void> {
  // At one place in all editors: after each layout the browser looks what lies under it.
  await page.mouse.move(300, 300)
  await page.evaluate(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('#editor p, [data-testid=editor] p')]
    const line = lines[Math.floor(lines.length / 2)]
    const root = line?.closest<HTMLElement>('[contenteditable=true]')
    if (line === undefined || root === null || root === undefined) throw new Error('There is nothing to type in')
    line.scrollIntoView({ block: 'center' })
    root.focus()
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    let last: Node | null = null
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) last = node
    if (last === null) throw new Error('The paragraph is empty')
    getSelection()?.collapse(last, last.nodeValue?.length ?? 0)
    line.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
  })
  await settle({ page })
}

/** Waits until everything is painted. */
async function settle({ page }: Pick<Subject, 'page'>): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()))
      }),
  )
}

async function metric({ cdp }: Subject, wanted: string): Promise<number> {
  // Processor time: a busy machine lengthens what the clock shows.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN
}

const taskSeconds = (subject: Subject): Promise<number> => metric(subject, 'TaskDuration')

/** Presses and releases one key. */
export async function press({ cdp }: Subject, text: string, key = text): Promise<void> {
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, unmodifiedText: text })
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
}

/** Types ten letters. */
export async function burst(subject: Subject): Promise<Burst> {
  await subject.page.evaluate(() => {
    const seen = window as unknown as { benchPaints: number[]; benchListens?: boolean }
    seen.benchPaints = []
    if (seen.benchListens === true) return
    seen.benchListens = true
    addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => seen.benchPaints.push(performance.now() - start))
          channel.port1.start()
          channel.port2.postMessage(null)
        })
      },
      true,
    )
  })
  await settle(subject)
  const before = await taskSeconds(subject)
  for (const letter of LETTERS) await press(subject, letter)
  await settle(subject)
  const after = await taskSeconds(subject)
  const paintMs = await subject.page.evaluate(() => (window as unknown as { benchPaints: number[] }).benchPaints)
  return { taskMs: ((after - before) * 1000) / LETTERS.length, paintMs }
}

/** @returns the main thread's processor time for one Enter, the median of five. */
export async function enterMs(subject: Subject): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const before = await taskSeconds(subject)
    await press(subject, '\r', 'Enter')
    await settle(subject)
    times.push((await taskSeconds(subject)) - before)
  }
  return (times.toSorted((one, other) => one - other)[2] ?? Number.NaN) * 1000
}

/** @returns how many tasks took more than 50 ms since the page was loaded. */
export async function longTasks({ page }: Subject): Promise<number> {
  return page.evaluate(() => (window as unknown as { benchLong: number[] }).benchLong.length)
}

/** @returns the page's JavaScript heap after a collection, in megabytes. */
export async function heapMb(subject: Subject): Promise<number> {
  await subject.cdp.send('HeapProfiler.collectGarbage')
  return (await metric(subject, 'JSHeapUsedSize')) / 1e6
}
