import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bagFaults, buildBag } from '../../src-main/papers/package/bag.ts'
import { sha256Of, sm3Of } from '../../src-main/papers/package/digest.ts'
import { buildItemPdf, type SourceFiles } from '../../src-main/papers/package/item-pdf.ts'
import { type PackageFile, textFile } from '../../src-main/papers/package/package-file.ts'
import { safeFileName } from '../../src-main/papers/package/safe-name.ts'
import { readZip, writeZip, ZipFault } from '../../src-main/papers/package/zip.ts'
import { makeFolder } from '../support/make-folder.ts'
import { GROUP_4_TIFF, jpegScan, pdfScan, pngScan, tiffScan } from '../support/scan-files.ts'

const AT = '2026-11-20T02:05:06.000Z'

function layOut(folder: string, files: readonly PackageFile[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file.path)), { recursive: true })
    writeFileSync(path.join(folder, file.path), file.content)
  }
}

describe('file names', () => {
  test.each([
    ['关于郑国平健康权纠纷法律援助案', '关于郑国平健康权纠纷法律援助案'],
    ['J019-ZY·FY·MS·2026·D30-001', 'J019-ZY·FY·MS·2026·D30-001'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..', '未命名'],
    ['', '未命名'],
    ['  .隐藏. ', '隐藏'],
    ['C:\\Windows\\a', 'C__Windows_a'],
    ['题名\n第二行\u0000', '题名_第二行_'],
    ['100%齐全', '100_齐全'],
    ['con', '_con'],
    ['COM1.pdf', '_COM1.pdf'],
    ['console', 'console'],
    ['e\u0301', '\u00e9'],
    ['gpj\u202e.exe', 'gpj_.exe'],
    ['长'.repeat(80), '长'.repeat(60)],
    ['𠮷'.repeat(80), '𠮷'.repeat(45)],
  ])('%j becomes %j', (text, name) => {
    expect(safeFileName(text)).toBe(name)
  })
})

describe('digests', () => {
  // GB/T 32905-2016 example 1 and FIPS 180-4's first example.
  test('SM3 and SHA-256 of abc are those of the standards', async () => {
    const abc = new TextEncoder().encode('abc')
    expect(await sm3Of(abc)).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
    expect(await sha256Of(abc)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('zip', () => {
  const files = [
    textFile('档案/第一.txt', '甲'),
    { path: '档案/二.bin', content: new Uint8Array([0, 255, 80, 75, 3, 4]) },
    textFile('空', ''),
  ]

  test('another program reads it, names and all', async () => {
    const folder = makeFolder()
    writeFileSync(path.join(folder, 'a.zip'), await writeZip(files, AT))
    execFileSync('unzip', ['-q', 'a.zip'], { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    expect(execFileSync('cat', ['档案/第一.txt'], { cwd: folder, encoding: 'utf8' })).toBe('甲')
  })
  test('it reads back as it was written, and twice the same bytes come out', async () => {
    const zip = await writeZip(files, AT)
    expect(readZip(zip).map(file => [file.path, [...file.content]])).toEqual(files.map(file => [file.path, [...file.content]]))
    expect(await writeZip(files, AT)).toEqual(zip)
  })
  test('a damaged byte or a cut end is noticed', async () => {
    const zip = await writeZip(files, AT)
    const damaged = zip.slice()
    damaged[zip.indexOf(0xff)] = 0
    expect(() => readZip(damaged)).toThrow(ZipFault)
    expect(() => readZip(zip.slice(0, -30))).toThrow(ZipFault)
    expect(() => readZip(new Uint8Array(3))).toThrow(ZipFault)
  })
  test('a path that leaves the folder is refused on both sides', async () => {
    await expect(writeZip([textFile('../a', 'x')], AT)).rejects.toThrow()
    const zip = await writeZip([textFile('xx/a', 'x')], AT)
    for (const at of [zip.indexOf(0x78), zip.lastIndexOf(0x78) - 1]) zip.set([0x2e, 0x2e], at)
    expect(() => readZip(zip)).toThrow(ZipFault)
  })
})

describe('bag', () => {
  const payload = [textFile('data/封面.pdf', '封'), textFile('data/originals/001-01.jpg', 'x')]
  const info = [
    ['Source-Organization', '蚌山区法律援助中心'],
    ['External-Identifier', 'J019-ZY·FY·MS·2026·D30-001\nInjected: yes'],
  ] as const
  const makeBag = () => buildBag(payload, [textFile('metadata/volume.json', '{}')], info)

  test('sha256sum accepts both manifests', async () => {
    const folder = makeFolder()
    layOut(folder, await makeBag())
    expect(
      execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], { cwd: folder, encoding: 'utf8' }).trim().split('\n'),
    ).toHaveLength(2)
    expect(
      execFileSync('sha256sum', ['-c', 'tagmanifest-sha256.txt'], { cwd: folder, encoding: 'utf8' }).trim().split('\n'),
    ).toHaveLength(4)
  })
  test('the declaration, Payload-Oxum and one line for each label', async () => {
    const texts = new Map((await makeBag()).map(file => [file.path, new TextDecoder().decode(file.content)]))
    expect(texts.get('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
    expect(texts.get('bag-info.txt')?.split('\n')).toEqual([
      'Source-Organization: 蚌山区法律援助中心',
      'External-Identifier: J019-ZY·FY·MS·2026·D30-001 Injected: yes',
      'Payload-Oxum: 4.2',
      '',
    ])
  })
  test('a whole bag has no faults; a changed, missing or added file is one', async () => {
    const bag = await makeBag()
    expect(await bagFaults(bag)).toEqual([])
    const changed = bag.map(file => (file.path === 'data/封面.pdf' ? textFile(file.path, '风') : file))
    expect(await bagFaults(changed)).toEqual(['data/封面.pdf has another sum'])
    expect(await bagFaults(bag.filter(file => file.path !== 'metadata/volume.json'))).toEqual(['metadata/volume.json is missing'])
    expect(await bagFaults([...bag, textFile('data/x', 'x')])).toEqual(['Payload-Oxum differs', 'data/x is not in the manifest'])
  })
  test('payload outside data/ is a mistake in the program', async () => {
    await expect(buildBag([textFile('封面.pdf', '')], [], [])).rejects.toThrow('封面.pdf')
  })
})

describe('the PDF of a paper', () => {
  test('pages of all four kinds, on A4, numbered on from the first', async () => {
    const files: SourceFiles = new Map([
      ['j', { mediaType: 'image/jpeg', content: jpegScan() }],
      ['p', { mediaType: 'image/png', content: pngScan(80, 60) }],
      [
        't',
        {
          mediaType: 'image/tiff',
          content: tiffScan([
            { width: 20, height: 30 },
            { width: 40, height: 60 },
          ]),
        },
      ],
      ['g', { mediaType: 'image/tiff', content: GROUP_4_TIFF }],
      ['d', { mediaType: 'application/pdf', content: await pdfScan(3, 'judgment') }],
    ])
    const sides = [
      { file: 'j', sourcePage: 1 },
      { file: 'p', sourcePage: 1 },
      { file: 't', sourcePage: 2 },
      { file: 'g', sourcePage: 1 },
      { file: 'd', sourcePage: 3 },
    ]
    let told = 0
    const pdf = await buildItemPdf(
      sides,
      files,
      { title: '证据材料', archiveNumber: 'J019', firstPage: 22, at: AT },
      async () => {
        told += 1
      },
    )
    expect(told).toBe(5)
    const folder = makeFolder()
    writeFileSync(path.join(folder, 'a.pdf'), pdf)
    const info = execFileSync('pdfinfo', ['-f', '1', '-l', '5', 'a.pdf'], { cwd: folder, encoding: 'utf8' })
    expect(info).toMatch(/Title:\s+证据材料/)
    expect([...info.matchAll(/Page\s+\d size:\s+([\d.]+) x ([\d.]+)/g)].map(found => `${found[1]}x${found[2]}`)).toEqual([
      '595.28x841.89',
      '841.89x595.28',
      '595.28x841.89',
      '595.28x841.89',
      '595.28x841.89',
    ])
    expect(execFileSync('pdftotext', ['a.pdf', '-'], { cwd: folder, encoding: 'utf8' })).toContain('judgment 3')
    const images = execFileSync('pdfimages', ['-list', 'a.pdf'], { cwd: folder, encoding: 'utf8' })
    expect(images).toMatch(/4\s+\d+ image\s+40\s+60\s+gray\s+1\s+1/)
    execFileSync('qpdf', ['--check', 'a.pdf'], { cwd: folder })
  })

  // The picture is white at its top and black at its foot; what each orientation turns to the top is known from EXIF.
  test.each([
    [1, 'top'],
    [2, 'top'],
    [3, 'bottom'],
    [4, 'bottom'],
    [5, 'left'],
    [6, 'right'],
    [7, 'right'],
    [8, 'left'],
  ])('a JPEG of EXIF orientation %i shows its white side at the %s', async (orientation, whiteSide) => {
    const files: SourceFiles = new Map([['j', { mediaType: 'image/jpeg', content: jpegScan('', orientation) }]])
    const facts = { title: 'x', archiveNumber: 'x', firstPage: 1, at: AT }
    const pdf = await buildItemPdf([{ file: 'j', sourcePage: 1 }], files, facts, async () => undefined)
    const folder = makeFolder()
    writeFileSync(path.join(folder, 'a.pdf'), pdf)
    const bitmap = execFileSync('pdftoppm', ['-gray', '-r', '18', 'a.pdf'], { cwd: folder })
    const [, width = 0, height = 0] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bitmap.toString('latin1'))?.map(Number) ?? []
    const samples = bitmap.subarray(bitmap.length - width * height)
    const at = (x: number, y: number) => samples[Math.floor(y * (height - 1)) * width + Math.floor(x * (width - 1))] ?? 0
    const edges = { top: at(0.5, 0.1), bottom: at(0.5, 0.9), left: at(0.1, 0.5), right: at(0.9, 0.5) }
    expect(Object.entries(edges).sort((a, b) => b[1] - a[1])[0]?.[0]).toBe(whiteSide)
  })
})
