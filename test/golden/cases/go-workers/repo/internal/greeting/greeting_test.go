package greeting

import "testing"

func TestText(t *testing.T) {
	if Text("Hi") != "Hi from Europe/Zurich" {
		t.Fatal(Text("Hi"))
	}
}
