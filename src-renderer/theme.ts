import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** 黛, ink blue-green. Shade 8 is the one filled tone; 9 is hover and pressed. */
const dai: MantineColorsTuple = [
  '#F1F6F7',
  '#E6EFF1',
  '#CBDDE1',
  '#A3C2CA',
  '#769FAB',
  '#4E7F8E',
  '#2C6274',
  '#245668',
  '#1E4D5E',
  '#163B49',
]
/** Warm grey: the desk, the paper and the ink. */
const gray: MantineColorsTuple = [
  '#FAF9F6',
  '#F3F1EC',
  '#ECEAE4',
  '#E3E0D8',
  '#D2CEC4',
  '#938F86',
  '#6B7276',
  '#626A6E',
  '#454F55',
  '#1D2529',
]
/** 朱, late, wrong or missing. */
const zhu: MantineColorsTuple = [
  '#FDF5F3',
  '#FBEBE8',
  '#F3D0CA',
  '#E7ABA2',
  '#D67B6F',
  '#C2493C',
  '#B3342A',
  '#A8281D',
  '#8F2018',
  '#701811',
]
/** 赭, near its day, or a choice is needed. */
const he: MantineColorsTuple = [
  '#FDF9F0',
  '#FBF1DC',
  '#F2DDB0',
  '#E5C27B',
  '#CE9D42',
  '#AC7418',
  '#925F06',
  '#7A4B00',
  '#653E00',
  '#4C2F00',
]
/** 松, met, matched or passed. */
const song: MantineColorsTuple = [
  '#F4F9F5',
  '#E8F2E9',
  '#CBE2CF',
  '#9FC8A7',
  '#6AA378',
  '#428253',
  '#327145',
  '#26603A',
  '#1E4E2F',
  '#153A23',
]

/** Nothing moves: pop-ups stand there at once instead of sliding in. */
const still = { transitionProps: { duration: 0 } } as const

/** A list opens when it is typed into, pressed or asked for with ↓, not because the focus passes through it or a mistake led there. */
const list = { size: 'sm', comboboxProps: still, openOnFocus: false } as const

/** The agreed look as a Mantine theme. 14 px text on a 22 px line, radius 4 (6 on sheet and dialogs), one filled tone. */
export const theme = createTheme({
  colors: { dai, gray, zhu, he, song },
  primaryColor: 'dai',
  primaryShade: 8,
  black: '#1D2529',
  white: '#FFFFFF',
  fontFamily:
    '"Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","HarmonyOS Sans SC",sans-serif',
  fontFamilyMonospace: 'inherit',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '18px', sm: '20px', md: '22px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '8px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '22px' },
    },
  },
  focusRing: 'always',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 500, variant: 'filled' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { ...list, withCheckIcon: true } },
    Autocomplete: { defaultProps: list },
    MultiSelect: { defaultProps: list },
    TagsInput: { defaultProps: { size: 'sm', comboboxProps: still } },
    Textarea: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm', hideControls: true } },
    DateInput: { defaultProps: { size: 'sm', valueFormat: 'YYYY-MM-DD', popoverProps: still } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
    Kbd: { defaultProps: { size: 'xs' } },
    Modal: {
      defaultProps: {
        ...still,
        radius: 'md',
        shadow: 'none',
        centered: true,
        overlayProps: { backgroundOpacity: 0.45, color: '#1D2529' },
      },
    },
    // A dialog's own head is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { ...still, shadow: 'none', overlayProps: { backgroundOpacity: 0.45, color: '#1D2529' } } },
    Popover: { defaultProps: { ...still, radius: 'md', shadow: 'none' } },
    Menu: { defaultProps: { ...still, shadow: 'none' } },
    Tooltip: { defaultProps: { ...still, openDelay: 300, color: 'gray.9' } },
  },
})
