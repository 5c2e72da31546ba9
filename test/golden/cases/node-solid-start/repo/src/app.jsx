export default function App() {
  return <main>Orders</main>;
}
