package conf

type Bootstrap struct {
	Server *Server `json:"server"`
}

type Endpoint struct {
	Addr string `json:"addr"`
}

type Server struct {
	Http *Endpoint `json:"http"`
	Grpc *Endpoint `json:"grpc"`
}
