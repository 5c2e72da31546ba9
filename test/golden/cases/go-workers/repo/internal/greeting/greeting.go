// Package greeting says good day.
package greeting

import "time"

// Text greets with the hour of a place that is not the machine's.
func Text(word string) string {
	zone, err := time.LoadLocation("Europe/Zurich")
	if err != nil {
		return err.Error()
	}
	return word + " from " + zone.String()
}
