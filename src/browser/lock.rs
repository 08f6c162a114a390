//! stub
pub struct Guard;
impl Guard {
    pub fn is_real(&self) -> bool {
        true
    }
}
pub async fn exclusive(_name: &str) -> Guard {
    Guard
}
