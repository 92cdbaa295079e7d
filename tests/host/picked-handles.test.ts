import { describe, expect, test } from 'vitest'
import { createHandles, namesPath } from '../../src-main/shell/handles.ts'

describe('handles of picked files', () => {
  test('a handle tells nothing of its path, and each pick has its own', () => {
    const handles = createHandles()
    const first = handles.add('/srv/档案/扫描.pdf')
    const second = handles.add('/srv/档案/扫描.pdf')
    expect(first).not.toBe(second)
    expect(first).toMatch(/^[\w-]{22}$/)
    expect(handles.pathOf(first)).toBe('/srv/档案/扫描.pdf')
  })

  test('a handle that was never given leads nowhere, and neither does a path', () => {
    const handles = createHandles()
    expect(handles.pathOf('/etc/passwd')).toBeNull()
    expect(handles.within({ handle: '/etc/passwd' })).toEqual({})
  })

  test('the core learns of the handles in the input, however deep, and of no others', () => {
    const handles = createHandles()
    const named = handles.add('/a')
    const deep = handles.add('/b')
    handles.add('/c')
    expect(handles.within({ handle: named, files: [{ handle: deep }], note: 'x', count: 3, none: null })).toEqual({
      [named]: '/a',
      [deep]: '/b',
    })
  })

  test.each([
    ['as a handle', { handle: 'path:/etc/passwd' }, true],
    ['deep inside', { a: [{ b: 'path:C:\\x' }] }, true],
    ['alone', 'path:/x', true],
    ['a word in the middle of a text', { note: 'see path:/x' }, false],
    ['an ordinary handle', { handle: 'q3J9' }, false],
    ['nothing', null, false],
  ])('a path named outright %s: %o → %s', (_name, input, expected) => {
    expect(namesPath(input)).toBe(expected)
  })
})
