import { createHash, randomUUID } from 'node:crypto'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { carriesBody } from '#core/export/action.ts'
import { packageDescriptionSchema, type PackageDescription } from '#core/export/package/describe.ts'
import type { PackageProblem } from '#core/export/package/problems.ts'
import type { BagFiles, BagReport } from './bag.ts'
import { findDisagreements } from './package-agreement.ts'
import { brokenLinks, readBounded, unlinkedPictures } from './package-links.ts'
import { newsmlErrors, ninjsErrors } from './schemas.ts'
import { readBag } from './read-bag.ts'

type Report = CallOutput<'publish.verify'>

const DESCRIPTION = 'data/package.json'
const ARTICLE = 'data/article.json'

/**
 * Checks an untrusted package: the zip, the bag in it, and whether its files agree with its description. A file that
 * its checksum shows to be wrong is named alone: what other files say of it is no problem of theirs.
 * @param schemas the folder of IPTC's schemas; null to check ninjs and NewsML-G2 without them
 * @returns every file with its status, and every problem once; `valid` if there is none. No bytes make it throw.
 */
export async function verifyPackage(bytes: Uint8Array, schemas: string | null = null): Promise<Report> {
  const read = await readBag(bytes)
  if (read.bag === null) return { valid: false, files: [], problems: read.problems, about: null, signer: null }
  const { files, bag } = read
  const description = readDescription(files)
  const wrong = new Set([...bag.changed, ...bag.missing, ...bag.extra])
  const sound = new Map([...files].filter(([path]) => !wrong.has(path)))
  const content = [
    ...(await contentProblems(files, wrong, schemas)).filter(({ path }) => wrong.has(path)),
    ...(await contentProblems(sound, wrong, schemas)),
  ]
  const problems = unique([...read.problems, ...content])
  const paths = [...new Set([...files.keys(), ...bag.missing])].toSorted()
  return {
    valid: problems.length === 0,
    files: paths.map((path) => ({
      path,
      bytes: files.get(path)?.length ?? 0,
      status: statusOf(path, bag),
    })),
    problems,
    about:
      description === null
        ? null
        : {
            id: description.id,
            version: description.version,
            headline: description.headline,
            action: description.action,
          },
    // Of a package that is not whole, the signature says nothing.
    signer: problems.length === 0 && read.signer !== null ? { ...read.signer, knownAs: null, audit: null } : null,
  }
}

/**
 * Checks what files say, and whether they agree.
 * @param wrong files that are known to be missing or wrong; no other file is blamed for them
 */
async function contentProblems(
  files: BagFiles,
  wrong: ReadonlySet<string>,
  schemas: string | null,
): Promise<PackageProblem[]> {
  const description = readDescription(files)
  const agreement =
    description === null
      ? isSetAside(DESCRIPTION, files, wrong)
        ? []
        : [problem('bad-package-json', DESCRIPTION)]
      : [
          ...checkDescription(description, files, wrong),
          ...unlinkedPictures(description, files, wrong),
          ...findDisagreements(description, files),
        ]
  return [...agreement, ...brokenLinks(files, wrong), ...(schemas === null ? [] : await schemaProblems(files, schemas))]
}

/** Reports whether a file is not among the files because it is known to be wrong. */
function isSetAside(path: string, files: BagFiles, wrong: ReadonlySet<string>): boolean {
  return !files.has(path) && wrong.has(path)
}

/** Two checks may find the same problem. */
function unique(problems: readonly PackageProblem[]): PackageProblem[] {
  return [...new Map(problems.map((each) => [`${each.code} ${each.path}`, each])).values()]
}

function problem(code: PackageProblem['code'], path: string): PackageProblem {
  return { code, path }
}

function statusOf(path: string, bag: BagReport): Report['files'][number]['status'] {
  if (bag.missing.has(path)) return 'missing'
  if (bag.extra.has(path)) return 'extra'
  return bag.changed.has(path) ? 'changed' : 'ok'
}

function readJson(files: BagFiles, path: string): unknown {
  const bytes = files.get(path)
  return bytes === undefined || bytes === null ? undefined : readBounded(bytes)
}

function readDescription(files: BagFiles): PackageDescription | null {
  const parsed = packageDescriptionSchema.safeParse(readJson(files, DESCRIPTION))
  return parsed.success ? parsed.data : null
}

/** Compares the file list and the content hash of `package.json` with the files. */
function checkDescription(
  description: PackageDescription,
  files: BagFiles,
  wrong: ReadonlySet<string>,
): PackageProblem[] {
  const isJudged = (path: string): boolean => !wrong.has(path)
  const payload = [...files.keys()].filter((path) => path.startsWith('data/') && path !== DESCRIPTION && isJudged(path))
  const described = new Map<string, PackageDescription['files'][string]>(
    Object.entries(description.files).flatMap(([name, file]) =>
      isJudged(`data/${name}`) ? [[`data/${name}`, file] as const] : [],
    ),
  )
  const isListed =
    described.size === payload.length &&
    payload.every((path) => {
      const bytes = files.get(path)
      const file = described.get(path)
      return bytes && file !== undefined && file.size === bytes.length && file.sha256 === sha256(bytes)
    })
  const lacksArticle =
    carriesBody(description.action) && !isSetAside(ARTICLE, files, wrong) && !hasArticle(description, files)
  return [
    ...(isListed ? [] : [problem('bad-package-json', DESCRIPTION)]),
    ...(lacksArticle ? [problem('bad-article', ARTICLE)] : []),
  ]
}

function hasArticle({ contentHash }: PackageDescription, files: BagFiles): boolean {
  const bytes = files.get(ARTICLE)
  // The content hash is that of the canonical JSON. The file has a newline after it.
  if (!bytes || sha256(bytes.subarray(0, -1)) !== contentHash) return false
  try {
    parseArticle(readJson(files, ARTICLE), randomUUID)
    return true
  } catch (error) {
    if (error instanceof ArticleError) return false
    throw error
  }
}

/** Checks the two files for which IPTC has schemas. */
async function schemaProblems(files: BagFiles, schemas: string): Promise<PackageProblem[]> {
  const xml = files.get('data/newsml-g2.xml')
  const ninjs = readJson(files, 'data/ninjs.json')
  const errors = {
    'bad-ninjs': ninjs === undefined ? null : await ninjsErrors(schemas, ninjs),
    'bad-newsml': xml === undefined || xml === null ? null : await newsmlErrors(schemas, xml),
  }
  return [
    ...(errors['bad-ninjs'] === null || errors['bad-ninjs'].length === 0
      ? []
      : [problem('bad-ninjs', 'data/ninjs.json')]),
    ...(errors['bad-newsml'] === null || errors['bad-newsml'].length === 0
      ? []
      : [problem('bad-newsml', 'data/newsml-g2.xml')]),
  ]
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
