//! Words of a passphrase that is given or made.

words! {
    label: "Phrase secrète", "Passphrase";
    again: "La même, encore une fois", "The same, once more";
    show: "Montrer", "Show";
    hide: "Cacher", "Hide";
    advice: "Au moins douze caractères. Quatre ou cinq mots sans lien entre eux valent mieux que des signes.", "At least twelve characters. Four or five unrelated words are better than signs.";
    short: "Trop courte : douze caractères au moins.", "Too short: twelve characters at least.";
    fair: "Assez longue, si ce n’est ni un nom, ni une date, ni une citation. Un mot de plus la rend bien plus difficile à deviner.", "Long enough, if it is no name, no date and no quotation. One more word makes it much harder to guess.";
    long: "Longue. Si ses mots n’ont pas de lien entre eux, elle ne se devine pas.", "Long. If its words are unrelated, it cannot be guessed.";
    differ: "Les deux phrases diffèrent.", "The two passphrases differ.";
}
