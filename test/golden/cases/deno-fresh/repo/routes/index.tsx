export default function Home() {
  return <h1>Fresh bread</h1>;
}
