pub fn text() -> &'static str {
    "the lantern is lit"
}
