import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicationInput } from '../support/desk-inputs.ts'
import { makeCenter } from '../support/make-center.ts'
import { makeFolder } from '../support/make-folder.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A center with one application of 2026-11-18. */
async function desk() {
  const center = await makeCenter()
  const { id, number, version } = await center.call(center.clerk, 'applications.submit', applicationInput())
  const decide = () =>
    center.call(center.director, 'decisions.decide', {
      outcome: 'granted',
      applicationId: id,
      decidedOn: '2026-11-20',
      aidForms: ['civil-litigation'],
      opinion: '同意给予法律援助',
      version,
    })
  return { ...center, id, number, subject: { kind: 'application', id } as const, decide }
}

describe('issuing a paper (出具文书)', () => {
  it('freezes its page under its hash; a reprint says so and leaves the frozen page alone', async () => {
    const { call, clerk, subject, setDay } = await desk()
    const first = await call(clerk, 'papers.issue', { form: 'materials-receipt', subject })
    expect(first).toMatchObject({ title: '法律援助申请材料接收凭证', isReprint: false })
    expect(first.html).not.toContain('补打')
    const issued = await call(clerk, 'papers.get', { id: first.id })
    expect(issued).toMatchObject({ timesPrinted: 1, issuedBy: '王莉', sha256: sha256(first.html), html: first.html })
    expect(first.html).toContain(issued.number)
    setDay('2026-11-21')
    const again = await call(clerk, 'papers.issue', { form: 'materials-receipt', subject })
    expect(again).toMatchObject({ id: first.id, isReprint: true })
    expect(again.html).toContain('补打　第 2 次　2026-11-21')
    expect(await call(clerk, 'papers.get', { id: first.id })).toMatchObject({
      html: first.html,
      sha256: issued.sha256,
      number: issued.number,
      timesPrinted: 2,
    })
    const drawn = await call(clerk, 'numbering.ledger', { series: 'receipt', year: 2026 })
    expect(drawn.map(one => one.text)).toEqual([issued.number])
  })

  it('under a changed record an unnumbered form is a new paper, and the old one stands', async () => {
    const { call, clerk, subject, id } = await desk()
    const first = await call(clerk, 'papers.issue', { form: 'application-form', subject })
    const same = await call(clerk, 'papers.issue', { form: 'application-form', subject })
    expect(same).toMatchObject({ id: first.id, isReprint: true })
    const { application, version } = await call(clerk, 'applications.get', { id })
    await call(clerk, 'applications.update', {
      id,
      application: { ...application, opponentName: '安徽恒远劳务有限公司' },
      version,
    })
    const second = await call(clerk, 'papers.issue', { form: 'application-form', subject })
    expect(second).toMatchObject({ isReprint: false })
    expect(second.id).not.toBe(first.id)
    expect(second.html).toContain('安徽恒远劳务有限公司')
    expect((await call(clerk, 'papers.get', { id: first.id })).html).toBe(first.html)
    expect(await call(clerk, 'papers.list', { subject })).toHaveLength(2)
  })

  it('a decision paper is not issued before the decision, and comes with it', async () => {
    const { call, refusal, clerk, director, subject, decide } = await desk()
    for (const form of ['grant-decision', 'refusal-decision'])
      expect(await refusal(director, 'papers.issue', { form, subject })).toMatchObject({
        code: 'RULE',
        rule: 'paper-needs-its-act',
      })
    expect(await call(clerk, 'papers.list', { subject })).toEqual([])
    expect((await call(clerk, 'papers.available', { subject })).map(one => one.form)).not.toContain('grant-decision')
    const { decisionNumber, paperId } = await decide()
    const paper = await call(clerk, 'papers.get', { id: paperId })
    expect(paper).toMatchObject({ form: 'grant-decision', number: decisionNumber })
    expect(paper.html).toContain(decisionNumber)
    // Made with the act, it has not come out of the printer yet: its first printing is the paper itself.
    expect(paper.timesPrinted).toBe(0)
    const print = () => call(clerk, 'papers.print', { id: paperId })
    expect(await print()).toMatchObject({ id: paperId, html: paper.html, isReprint: false })
    const second = await print()
    expect(second.isReprint).toBe(true)
    expect(second.html).toContain('补打　第 2 次')
    expect(await call(clerk, 'papers.issue', { form: 'grant-decision', subject })).toMatchObject({ id: paperId, isReprint: true })
    expect(await call(clerk, 'papers.get', { id: paperId })).toMatchObject({ timesPrinted: 3, sha256: paper.sha256 })
    expect(await refusal(director, 'papers.issue', { form: 'refusal-decision', subject })).toMatchObject({ code: 'RULE' })
  })

  it('a preview of what is not yet decided shows the gap where the number will stand, and keeps nothing', async () => {
    const { call, director, subject, decide } = await desk()
    const preview = await call(director, 'papers.preview', {
      form: 'grant-decision',
      subject,
      pending: { outcome: 'granted', aidForms: ['civil-litigation'], reasons: [], opinion: '同意' },
    })
    expect(preview.html).not.toMatch(/〔2026〕1号/)
    expect(preview.html).toMatch(/〔2026〕/)
    const refused = {
      outcome: 'refused' as const,
      aidForms: [],
      reasons: ['not-in-hardship'],
      opinion: '家庭人均收入高于标准，另有存款',
    }
    const other = await call(director, 'papers.preview', { form: 'refusal-decision', subject, pending: refused })
    expect(other.html).toContain('家庭人均收入高于标准，另有存款')
    expect(await call(director, 'papers.list', { subject })).toEqual([])
    expect((await decide()).decisionNumber).toMatch(/〔2026〕1号/)
  })

  it('exports the frozen words as DOCX that other programs read', async () => {
    const { call, clerk, decide } = await desk()
    const { decisionNumber, paperId } = await decide()
    const folder = makeFolder()
    const file = path.join(folder, '决定书.docx')
    const { bytes } = await call(clerk, 'papers.exportDocx', { id: paperId, handle: `path:${file}` })
    expect(readFileSync(file)).toHaveLength(bytes)
    const xml = execFileSync('unzip', ['-p', file, 'word/document.xml'], { encoding: 'utf8' })
    const words = xml.replaceAll(/<[^>]+>/g, '')
    for (const word of [decisionNumber, '王建国', '追索劳动报酬纠纷']) expect(words).toContain(word)
  })

  it.each([
    ['an unknown form', 'no-such-form', 'application'],
    ['a form of another subject', 'volume-cover', 'application'],
    ['a subject that is not there', 'application-form', 'consultation'],
  ] as const)('refuses %s', async (_, form, kind) => {
    const { refusal, clerk, id } = await desk()
    expect(await refusal(clerk, 'papers.preview', { form, subject: { kind, id } })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('without a printer no PDF is left', async () => {
    const { refusal, clerk, decide } = await desk()
    const { paperId } = await decide()
    const file = path.join(makeFolder(), 'x.pdf')
    expect(await refusal(clerk, 'papers.exportPdf', { id: paperId, handle: `path:${file}` })).toMatchObject({ reason: 'printer' })
    expect(existsSync(file)).toBe(false)
  })
})
