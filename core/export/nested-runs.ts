import type { FormatMark } from '../article/inline.ts'
import { isText } from '../article/text-nodes.ts'
import { stretchesOf, type RuleIsolate, type TextRun } from './text-runs.ts'

/** How a format with nested elements writes runs. */
export type Nesting<Node> = {
  text: (text: string) => Node[]
  mark: Readonly<Record<FormatMark, (content: Node[]) => Node>>
  link: (url: string, content: Node[]) => Node
  /** What the writer isolated. */
  written: (content: Node[]) => Node
  byRule: (isolate: RuleIsolate, content: Node[]) => Node
}

/** From the innermost element to the outermost. */
const MARKS: readonly FormatMark[] = ['underline', 'italic', 'bold']

const ruleOf = ({ isolate }: TextRun): RuleIsolate | null => (isolate === 'written' ? null : isolate)
const dividedRuleOf = (run: TextRun): RuleIsolate | null => (ruleOf(run)?.isDivided === true ? ruleOf(run) : null)

/** Writes the runs of one text: its marks are around all of them. */
function nestLeaf<Node>(runs: readonly TextRun[], nesting: Nesting<Node>): Node[] {
  let content = runs.flatMap((run) => {
    const [text, rule] = [nesting.text(run.text), ruleOf(run)]
    return rule === null || rule.isDivided || text.length === 0 ? text : [nesting.byRule(rule, text)]
  })
  for (const mark of MARKS) {
    if (content.length > 0 && runs[0]?.[mark] === true) content = [nesting.mark[mark](content)]
  }
  return content
}

function nestOwners<Node>(runs: readonly TextRun[], nesting: Nesting<Node>): Node[] {
  return stretchesOf(runs, (run) => run.leaf.owner).flatMap(({ key: owner, runs: own }) => {
    const content = stretchesOf(own, (run) => run.leaf).flatMap((leaf) => nestLeaf(leaf.runs, nesting))
    if (isText(owner) || owner.type === 'unknown-inline' || content.length === 0) return content
    return [owner.type === 'link' ? nesting.link(owner.url, content) : nesting.written(content)]
  })
}

/**
 * Nests runs as elements. An isolate that lies within one text stands inside its marks. One that marks or links divide
 * stands around them, in one element: several isolates beside each other would run from right to left. A link that
 * reaches out of it is divided instead.
 */
export function nestedRuns<Node>(runs: readonly TextRun[], nesting: Nesting<Node>): Node[] {
  return stretchesOf(runs, dividedRuleOf).flatMap(({ key: rule, runs: own }) => {
    const content = nestOwners(own, nesting)
    return rule === null || content.length === 0 ? content : [nesting.byRule(rule, content)]
  })
}
