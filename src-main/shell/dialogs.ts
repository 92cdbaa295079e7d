import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron'
import { dialog } from 'electron'
import type { ShellInputOf, ShellOutputOf } from '../contract/shell.ts'
import type { Handles } from './handles.ts'

const OPEN_DIALOGS: Readonly<Record<ShellInputOf<'shell.pickFiles'>['purpose'], OpenDialogOptions>> = {
  scan: {
    title: '选择扫描件',
    buttonLabel: '导入',
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: '扫描件（PDF、JPG、PNG、TIFF）', extensions: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'] }],
  },
  pack: {
    title: '选择规则包',
    buttonLabel: '打开',
    properties: ['openFile'],
    filters: [{ name: '规则包（JSON）', extensions: ['json'] }],
  },
  register: {
    title: '选择旧台账',
    buttonLabel: '读取',
    properties: ['openFile'],
    filters: [
      { name: 'Excel 工作簿、CSV', extensions: ['xlsx', 'csv'] },
      { name: '所有文件', extensions: ['*'] },
    ],
  },
  holidays: {
    title: '选择放假安排',
    buttonLabel: '检查',
    properties: ['openFile'],
    filters: [{ name: '放假安排（XLSX、CSV、JSON）', extensions: ['xlsx', 'csv', 'json'] }],
  },
  backup: {
    title: '选择备份文件',
    buttonLabel: '打开',
    properties: ['openFile'],
    filters: [{ name: '所有文件', extensions: ['*'] }],
  },
}

const FOLDER_TITLES: Readonly<Record<ShellInputOf<'shell.pickFolder'>['purpose'], string>> = {
  backup: '选择备份存放的文件夹',
  parcel: '选择报送包存放的文件夹',
  volume: '选择电子卷宗存放的文件夹',
}

const SAVE_FILTERS: Readonly<Record<ShellInputOf<'shell.pickSaveFile'>['kind'], FileFilter>> = {
  docx: { name: 'Word 文档', extensions: ['docx'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  xlsx: { name: 'Excel 工作簿', extensions: ['xlsx'] },
  csv: { name: 'CSV 文件', extensions: ['csv'] },
  zip: { name: '压缩包', extensions: ['zip'] },
  json: { name: 'JSON 文件', extensions: ['json'] },
}

/** Characters Windows refuses in a file name, and controls. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must not get into a name
const NOT_IN_NAMES = /[\\/:*?"<>|\u0000-\u001f]/g

/** Opens the file dialog of a purpose over the window; the files' names, sizes in bytes and handles, none on cancel. */
export async function pickFiles(
  window: BrowserWindow,
  handles: Handles,
  input: ShellInputOf<'shell.pickFiles'>,
): Promise<ShellOutputOf<'shell.pickFiles'>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, OPEN_DIALOGS[input.purpose])
  const files = await Promise.all(
    (canceled ? [] : filePaths).map(async file => ({
      handle: handles.add(file),
      name: path.basename(file),
      bytes: (await stat(file)).size,
    })),
  )
  return { files }
}

/** Opens the folder dialog of a purpose; null on cancel. */
export async function pickFolder(
  window: BrowserWindow,
  handles: Handles,
  input: ShellInputOf<'shell.pickFolder'>,
): Promise<ShellOutputOf<'shell.pickFolder'>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: FOLDER_TITLES[input.purpose],
    buttonLabel: '选择',
    properties: ['openDirectory', 'createDirectory'],
  })
  const folder = canceled ? undefined : filePaths[0]
  return folder === undefined ? null : { handle: handles.add(folder), name: path.basename(folder) || folder }
}

/** Asks for a place to save to. The name always ends in the kind's extension; null on cancel. */
export async function pickSaveFile(
  window: BrowserWindow,
  handles: Handles,
  input: ShellInputOf<'shell.pickSaveFile'>,
): Promise<ShellOutputOf<'shell.pickSaveFile'>> {
  const ending = `.${input.kind}`
  const clean = input.suggestedName.replace(NOT_IN_NAMES, '-')
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '保存到',
    buttonLabel: '保存',
    defaultPath: clean.toLowerCase().endsWith(ending) ? clean : `${clean}${ending}`,
    filters: [SAVE_FILTERS[input.kind]],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || !filePath) return null
  const file = filePath.toLowerCase().endsWith(ending) ? filePath : `${filePath}${ending}`
  return { handle: handles.add(file), name: path.basename(file) }
}
