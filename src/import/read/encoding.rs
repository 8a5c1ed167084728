//! The characters of a text file: UTF-8, UTF-16, windows-1258; letters of old fonts are recognised and refused.

use unicode_normalization::UnicodeNormalization;

use crate::import::error::ImportError;
use crate::language::Message;

/// An alphabet of fonts from before Unicode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OldAlphabet {
    /// TCVN3 (ABC), the fonts `.VnTime`.
    Tcvn3,
    /// VNI, the fonts `VNI-Times`.
    Vni,
}

impl OldAlphabet {
    /// The alphabet of a font.
    pub(super) fn of_font(font: &str) -> Option<Self> {
        let font = font.to_ascii_lowercase();
        match () {
            () if font.starts_with(".vn") => Some(Self::Tcvn3),
            () if font.starts_with("vni-") || font.starts_with("vni ") => Some(Self::Vni),
            () => None,
        }
    }

    /// The alphabet in which a text was typed, if the letters of its words are none of Vietnamese.
    pub(super) fn of_text(text: &str) -> Option<Self> {
        let (mut vietnamese, mut tcvn3, mut vni, mut before) = (0_usize, 0_usize, 0_usize, ' ');
        for c in text.chars() {
            match c {
                '\u{1ea0}'..='\u{1ef9}' | 'ă' | 'đ' | 'ơ' | 'ư' | 'Ă' | 'Đ' | 'Ơ' | 'Ư' => {
                    vietnamese += 1;
                }
                '®' | '¸' | 'µ' | '¶' | '¹' | '¨' | '»' | '¾' | '¼' | '½' | '©' | 'ª' | '«' | '¬'
                | '\u{ad}'
                    if before.is_alphabetic() =>
                {
                    tcvn3 += 1;
                }
                '®' | '§' => tcvn3 += 1,
                'ñ' | 'Ñ' | 'ø' | 'ï' | 'ö' | 'û' | 'ä' | 'å' | 'ë' => vni += 1,
                _ => {}
            }
            before = c;
        }
        match () {
            () if tcvn3 >= 5 && tcvn3 > 5 * vietnamese && tcvn3 > vni => Some(Self::Tcvn3),
            () if vni >= 5 && vni > 5 * vietnamese => Some(Self::Vni),
            () => None,
        }
    }

    /// The error of a file in this alphabet.
    pub(super) fn error(self, file: &str) -> ImportError {
        let message = match self {
            Self::Tcvn3 => Message::fixed(
                "văn bản gõ bằng phông TCVN3 (ABC, .VnTime), không phải Unicode",
                "the text is typed in a TCVN3 font (ABC, .VnTime), not in Unicode",
            ),
            Self::Vni => Message::fixed(
                "văn bản gõ bằng phông VNI, không phải Unicode",
                "the text is typed in a VNI font, not in Unicode",
            ),
        };
        ImportError::new(file, message).help(Message::fixed(
            "chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6), rồi nhập lại",
            "convert it to Unicode with UniKey (Ctrl+Shift+F6), then import it",
        ))
    }
}

/// Reads the bytes of a text file.
///
/// # Errors
/// For a file that is no text, and for letters of old fonts.
pub(super) fn decode(file: &str, bytes: &[u8]) -> Result<String, ImportError> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => windows_1258(bytes),
        },
    };
    if text.contains('\0') {
        return Err(ImportError::new(
            file,
            Message::fixed("tệp không phải văn bản thuần", "the file is no plain text"),
        ));
    }
    match OldAlphabet::of_text(&text) {
        Some(alphabet) => Err(alphabet.error(file)),
        None => Ok(text),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> =
        bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(unit).collect();
    String::from_utf16_lossy(&units)
}

/// The upper half of windows-1258; the tones are marks behind their letters.
const WINDOWS_1258: &str = "€\u{81}‚ƒ„…†‡ˆ‰\u{8a}‹Œ\u{8d}\u{8e}\u{8f}\u{90}‘’“”•–—˜™\u{9a}›œ\u{9d}\u{9e}Ÿ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯\
    °±²³´µ¶·¸¹º»¼½¾¿ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ßàáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ";

fn windows_1258(bytes: &[u8]) -> String {
    let upper: Vec<char> = WINDOWS_1258.chars().collect();
    let read = |byte: &u8| match byte {
        0..=0x7f => char::from(*byte),
        _ => upper.get(usize::from(*byte) - 0x80).copied().unwrap_or('\u{fffd}'),
    };
    bytes.iter().map(read).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_are_read() {
        assert_eq!(WINDOWS_1258.chars().count(), 128);
        let text = "Kế hoạch của Ủy ban";
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode("a.txt", &[&[0xff, 0xfe], units.as_slice()].concat()).unwrap(), text);
        let bytes = b"K\xea\xec hoa\xf2ch cu\xd2a";
        assert_eq!(decode("a.txt", bytes).unwrap(), "Kế hoạch của");
        assert_eq!(decode("a.txt", "\u{feff}Việc".as_bytes()).unwrap(), "Việc");
    }

    #[test]
    fn old_fonts_are_refused_with_the_way_out() {
        let wrong = decode(
            "a.txt",
            "Phßng Gi¸o dôc vµ §µo t¹o chñ tr× tæ chøc thùc hiÖn kÕ ho¹ch n¨m häc".as_bytes(),
        );
        assert!(wrong.unwrap_err().message.get(crate::language::Lang::Vi).contains("TCVN3"));
        let wrong = decode(
            "a.txt",
            "Phoøng Giaùo duïc vaø Ñaøo taïo chuû trì toå chöùc thöïc hieän keá hoaïch".as_bytes(),
        );
        assert!(wrong.unwrap_err().message.get(crate::language::Lang::Vi).contains("VNI"));
        assert!(decode("a.txt", b"a\0b").is_err());
        assert_eq!(
            decode("a.txt", "Diện tích 5 m², § 3, 20 °C".as_bytes()).unwrap(),
            "Diện tích 5 m², § 3, 20 °C"
        );
    }
}
