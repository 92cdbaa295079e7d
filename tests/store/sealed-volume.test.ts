import path from 'node:path'
import { expect, test } from 'vitest'
import { fillWithSample } from '../../src-main/app/sample/fill-with-sample.ts'
import { DATABASE_NAME } from '../../src-main/store/sqlite/database-file.ts'
import { openRawConnection } from '../../src-main/store/sqlite/open-connection.ts'
import { makeCenter } from '../support/make-center.ts'

test('the database itself keeps a sealed volume as it is', async () => {
  const center = await makeCenter()
  await fillWithSample(center.core.center, { cases: 40, seed: 3, makeScans: true, progress: () => undefined })
  const raw = openRawConnection({
    file: path.join(center.folder, DATABASE_NAME),
    key: center.core.center.open.key,
    isReadOnly: false,
  })
  const sealed = raw
    .prepare(
      "select v.id as volume, i.id as item, p.id as page from volume v join volume_item i on i.volume_id = v.id join volume_page p on p.item_id = i.id where v.status = 'sealed' limit 1",
    )
    .get() as { volume: string; item: string; page: string }
  const refused = (sql: string, ...values: string[]) =>
    expect(() => raw.prepare(sql).run(...values), sql).toThrow(/sealed volume/)
  refused('update volume set title = title || 1 where id = ?', sealed.volume)
  refused('delete from volume where id = ?', sealed.volume)
  refused("insert into volume_item (id, volume_id, template_item, position, title) values ('x', ?, 1, 9, 'late')", sealed.volume)
  refused("update volume_item set title = 'other' where id = ?", sealed.item)
  refused('delete from volume_item where id = ?', sealed.item)
  refused("insert into volume_page select 'x', item_id, 9, attachment, 1, 0 from volume_page where id = ?", sealed.page)
  refused('update volume_page set is_blank = 1 where id = ?', sealed.page)
  refused('delete from volume_page where id = ?', sealed.page)
  raw.close()
})
