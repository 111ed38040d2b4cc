import { createTheme, Modal, Tooltip, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** The label of a field stands clear of the field's focus ring. */
const field = { size: 'lg', labelProps: { mb: 'xs' } }

const green: MantineColorsTuple = [
  '#eef7f3', '#dcefe7', '#b9dfcf', '#8fcbb1', '#5fc79f', '#3a9c78', '#1d7f5e', '#0f7354', '#0c6a4e', '#09553e',
]

/** The tokens of tokens.css as a Mantine theme, for the components that come from Mantine. */
export const theme = createTheme({
  colors: { green },
  primaryColor: 'green',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: 'var(--t-s)', sm: 'var(--t-s)', md: 'var(--t-m)', lg: 'var(--t-m)', xl: 'var(--t-l)' },
  radius: { xs: 'var(--r1)', sm: 'var(--r1)', md: 'var(--r2)', lg: 'var(--r2)', xl: 'var(--r3)' },
  spacing: { xs: 'var(--s2)', sm: 'var(--s3)', md: 'var(--s4)', lg: 'var(--s5)', xl: 'var(--s6)' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'always',
  respectReducedMotion: true,
  components: {
    ModalRoot: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 120, transition: 'fade' } } },
    // The page itself never scrolls, and locking the scroll would write a style element without the nonce.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, radius: 'xl', transitionProps: { duration: 120, transition: 'fade' }, overlayProps: { color: '#1d1b17', backgroundOpacity: 0.4 } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 150, multiline: true, maw: 360, events: { hover: true, focus: true, touch: true } } }),
    TextInput: { defaultProps: field },
    Textarea: { defaultProps: field },
    PasswordInput: { defaultProps: field },
    NumberInput: { defaultProps: field },
    Select: { defaultProps: field },
    Checkbox: { defaultProps: { size: 'lg' } },
    Radio: { defaultProps: { size: 'lg' } },
    Switch: { defaultProps: { size: 'lg' } },
    SegmentedControl: { defaultProps: { size: 'lg' } },
  },
})

const variables = {
  '--mantine-color-body': 'var(--sheet)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-color': 'var(--ink)',
  // The edges of fields and switches, at 3:1.
  '--mantine-color-gray-3': 'var(--line-strong)',
  '--mantine-color-gray-4': 'var(--line-strong)',
  '--mantine-color-dark-4': 'var(--line-strong)',
  '--mantine-color-dark-6': 'var(--sunk)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--late)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-bright': 'var(--ink)',
}

/** Mantine's own colours follow the tokens in both schemes. */
export const followTokens: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables })
